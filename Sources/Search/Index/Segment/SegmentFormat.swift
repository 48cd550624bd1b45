// A segment: an immutable part of the index, in one file or in memory.
//
// What: the words of up to 16 million articles, turned round: for each term the articles that hold it, how often, and
// where. A segment is written once and never changed; new articles make new segments, and segments are merged into
// larger ones.
//
// Why so: a file that never changes can be mapped into memory and read without locks, by any number of threads and
// processes; the operating system keeps what is used and drops what is not, and no cache of ours is needed.
//
//   header      magic, version of the format, version of the analyser                     16 bytes
//   sections    each at a multiple of 8 bytes:
//     postings      for each term: skip entries, then blocks of 128 articles              PostingsEncoder
//     positions     for each term: the places of its words, 16 articles to a chunk        PostingsCursor+Positions
//     dictionary    terms sorted, front-coded in blocks of 32                             DictionaryWriter
//     blocks        where each block of the dictionary begins                             4 bytes a block
//     columns       a value an article: row in the store, order, change, language, lengths, where its fields begin
//     articleIndex  documents sorted by the store's row                                   4 bytes an article
//   checks      XXH64 of every 32 KiB of all before                                       8 bytes a page
//   footer      where the sections are, counts, an XXH64 of checks and footer, magic
//
// Documents are numbered from 0 in the order of lists, the newest first, so that lists of the newest need no sorting
// and can stop early.
//
// Checks: a file of gigabytes cannot be verified when it is opened. Each page of 32 KiB is verified when it is first
// touched, which costs a few microseconds, and a byte for each page remembers that it was. So a damaged byte is found
// before anything is made of it. Numbers read are bounded as well, so that not even a file with false checks makes us read
// outside the mapping.
//
// Sources: immutable segments and their merging are Lucene's (after O'Neil and others, «The log-structured merge-tree»,
// Acta Informatica 33, 1996); the other parts name theirs.

/// Numbers that every reader and writer of segments goes by.
enum SegmentFormat {
    /// Grows whenever a file written before could not be read, or would be read wrongly.
    static let version: UInt32 = 3
    /// The first eight bytes of a file: «DossierS».
    static let magic: UInt64 = 0x5372_6569_7373_6F44
    /// The last eight bytes: «SreissoD».
    static let endMagic: UInt64 = 0x446F_7373_6965_7253
    static let headerLength = 16
    /// log2 of the bytes that have a check of their own.
    static let pageShift = 15
    /// The postings of a block.
    static let blockLength = 128
    /// The postings whose positions begin at a place that can be found.
    static let chunkLength = 16
    /// The bytes of a skip entry: last document, offset of the block, offset of its positions, greatest impact, the widths
    /// of gaps and of frequencies.
    static let skipLength = 16
    /// The bytes before the postings of a list of one block: widths and impact.
    static let shortHeaderLength = 4
    /// The widest gap between documents, in bits; 128 gaps of it and more do not overflow 32 bits.
    static let widestGap = 24
    static let mostDocuments = 1 << 24
    /// Words of an article from here on are not indexed; a limit for what a reader makes room for.
    static let mostWords = 1 << 22
    /// In the byte of the frequencies' width: some of the block's postings have words outside the list's usual field.
    static let otherFieldsFlag: UInt8 = 0x80
    /// In the byte that names a posting's fields: the count of each but the usual one is 1, and no counts follow.
    static let singleCountsFlag: UInt8 = 0x80
    /// The terms of a dictionary block.
    static let dictionaryBlockLength = 32
    static let longestTerm = 8_192

    /// The parts of a file, in its order.
    enum Section: Int, CaseIterable {
        case postings, positions, dictionary, blocks
        case articles, orders, changes, languages, lengths, fieldStarts, articleIndex
    }
}
