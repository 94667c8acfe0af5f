/** Puts the application in its window. */
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { Bearings } from './bearings.tsx';
import './style/style.css';

const place = document.getElementById('app');
if (place !== null)
  createRoot(place).render(
    <Bearings>
      <App />
    </Bearings>,
  );
