/** Forms of a picture, apart from what draws them: programs that name one need no type of that. */
export const PICTURE_FORMS = ['svg', 'png', 'html'] as const
export type PictureForm = (typeof PICTURE_FORMS)[number]
