import GRDB
import GRDBSQLite

/// Stands for the tokenizer of the full-text table that schema step 1 makes and step 3 drops: SQLite opens neither table
/// nor library without one of its name. It is never given a text.
final class RetiredTokenizer: FTS5CustomTokenizer {
    static let name = "dossier"

    init(db: Database, arguments: [String]) throws {}

    func tokenize(
        context: UnsafeMutableRawPointer?, tokenization: FTS5Tokenization, pText: UnsafePointer<CChar>?, nText: CInt,
        tokenCallback: @escaping FTS5TokenCallback
    ) -> CInt { SQLITE_OK }
}
