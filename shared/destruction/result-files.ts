/** Names in the results folder by which a destroyed study is known. `begun` is there from before anything goes until the certificate is. */
export const resultFiles = {
  begun: 'destruction-begun.json',
  certificate: 'certificate-of-destruction.json',
  certificatePdf: 'certificate-of-destruction.pdf',
} as const;
