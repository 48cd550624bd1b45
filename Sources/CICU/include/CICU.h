#ifndef DOSSIER_CICU_H
#define DOSSIER_CICU_H

#include <stdint.h>

// The functions and constants of ICU that Text uses, each under a name of its own and without ICU's types: Foundation brings an
// ICU of another version, and a module that meets the types of both does not compile. A failure is a status above 0.

typedef struct dossier_iterator dossier_iterator;
typedef struct dossier_text dossier_text;
typedef struct dossier_normalizer dossier_normalizer;
typedef struct dossier_bidi dossier_bidi;

dossier_iterator *dossier_ubrk_open(int32_t type, const char *locale, int32_t *status);
void dossier_ubrk_close(dossier_iterator *iterator);
void dossier_ubrk_setUText(dossier_iterator *iterator, dossier_text *text, int32_t *status);
int32_t dossier_ubrk_next(dossier_iterator *iterator);
int32_t dossier_ubrk_getRuleStatus(dossier_iterator *iterator);
dossier_text *dossier_utext_openUTF8(const char *bytes, int64_t count, int32_t *status);
void dossier_utext_close(dossier_text *text);
int32_t dossier_u_charType(int32_t scalar);
int32_t dossier_u_getIntPropertyValue(int32_t scalar, int32_t property);
int32_t dossier_u_hasBinaryProperty(int32_t scalar, int32_t property);
int32_t dossier_uscript_getScript(int32_t scalar);
const dossier_normalizer *dossier_unorm2_getNFKCCasefoldInstance(int32_t *status);
const dossier_normalizer *dossier_unorm2_getNFDInstance(int32_t *status);
const dossier_normalizer *dossier_unorm2_getNFCInstance(int32_t *status);
int32_t dossier_unorm2_normalize(const dossier_normalizer *form, const uint16_t *source, int32_t count, uint16_t *target,
                                 int32_t capacity, int32_t *status);
dossier_bidi *dossier_ubidi_open(void);
void dossier_ubidi_close(dossier_bidi *order);
void dossier_ubidi_setPara(dossier_bidi *order, const uint16_t *text, int32_t count, int32_t level, int32_t *status);
void dossier_ubidi_setLine(const dossier_bidi *paragraph, int32_t start, int32_t end, dossier_bidi *line, int32_t *status);
int32_t dossier_ubidi_countRuns(dossier_bidi *line, int32_t *status);
// Whether the run is written from right to left.
int32_t dossier_ubidi_getVisualRun(dossier_bidi *line, int32_t index, int32_t *start, int32_t *count);
int32_t dossier_u_charMirror(int32_t scalar);
// A host name by UTS 46, without the transitional forms; the length of what was written, or below 0 where the name is no host's.
int32_t dossier_uidna_nameToASCII(const char *name, int32_t count, char *target, int32_t capacity);
int32_t dossier_uidna_nameToUnicode(const char *name, int32_t count, char *target, int32_t capacity);

extern const int32_t dossier_UBRK_CHARACTER;
extern const int32_t dossier_UBRK_LINE;
extern const int32_t dossier_UBRK_SENTENCE;
extern const int32_t dossier_UBRK_WORD;
extern const int32_t dossier_UCHAR_DEFAULT_IGNORABLE_CODE_POINT;
extern const int32_t dossier_UCHAR_EAST_ASIAN_WIDTH;
extern const int32_t dossier_UCHAR_EMOJI;
extern const int32_t dossier_UCHAR_EXTENDED_PICTOGRAPHIC;
extern const int32_t dossier_UCHAR_GRAPHEME_CLUSTER_BREAK;
extern const int32_t dossier_UCHAR_HANGUL_SYLLABLE_TYPE;
extern const int32_t dossier_UCHAR_IDEOGRAPHIC;
extern const int32_t dossier_UCHAR_INDIC_SYLLABIC_CATEGORY;
extern const int32_t dossier_UCHAR_JOINING_TYPE;
extern const int32_t dossier_UCHAR_LINE_BREAK;
extern const int32_t dossier_UCHAR_LOWERCASE;
extern const int32_t dossier_UCHAR_UPPERCASE;
extern const int32_t dossier_USCRIPT_GREEK;
extern const int32_t dossier_USCRIPT_HIRAGANA;
extern const int32_t dossier_USCRIPT_KATAKANA;
extern const int32_t dossier_USCRIPT_LATIN;
extern const int32_t dossier_U_COMBINING_SPACING_MARK;
extern const int32_t dossier_U_CONTROL_CHAR;
extern const int32_t dossier_U_DECIMAL_DIGIT_NUMBER;
extern const int32_t dossier_U_EA_FULLWIDTH;
extern const int32_t dossier_U_EA_WIDE;
extern const int32_t dossier_U_ENCLOSING_MARK;
extern const int32_t dossier_U_FORMAT_CHAR;
extern const int32_t dossier_U_GCB_CONTROL;
extern const int32_t dossier_U_GCB_CR;
extern const int32_t dossier_U_GCB_EXTEND;
extern const int32_t dossier_U_GCB_LF;
extern const int32_t dossier_U_GCB_OTHER;
extern const int32_t dossier_U_GCB_PREPEND;
extern const int32_t dossier_U_GCB_SPACING_MARK;
extern const int32_t dossier_U_GCB_ZWJ;
extern const int32_t dossier_U_HST_TRAILING_JAMO;
extern const int32_t dossier_U_HST_VOWEL_JAMO;
extern const int32_t dossier_U_INSC_INVISIBLE_STACKER;
extern const int32_t dossier_U_INSC_OTHER;
extern const int32_t dossier_U_INSC_VIRAMA;
extern const int32_t dossier_U_JT_NON_JOINING;
extern const int32_t dossier_U_JT_TRANSPARENT;
extern const int32_t dossier_U_LB_COMPLEX_CONTEXT;
extern const int32_t dossier_U_LETTER_NUMBER;
extern const int32_t dossier_U_LINE_SEPARATOR;
extern const int32_t dossier_U_LOWERCASE_LETTER;
extern const int32_t dossier_U_MODIFIER_LETTER;
extern const int32_t dossier_U_NON_SPACING_MARK;
extern const int32_t dossier_U_OTHER_LETTER;
extern const int32_t dossier_U_OTHER_NUMBER;
extern const int32_t dossier_U_PARAGRAPH_SEPARATOR;
extern const int32_t dossier_U_PRIVATE_USE_CHAR;
extern const int32_t dossier_U_SPACE_SEPARATOR;
extern const int32_t dossier_U_SURROGATE;
extern const int32_t dossier_U_TITLECASE_LETTER;
extern const int32_t dossier_U_UNASSIGNED;
extern const int32_t dossier_U_UPPERCASE_LETTER;

#endif
