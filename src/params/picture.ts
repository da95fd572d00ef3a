export const match = (type: string): type is 'svg' | 'png' => type === 'svg' || type === 'png';
