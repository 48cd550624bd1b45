import GRDB
import Text

/// The numbers that articles are ordered by: seconds since 1970, times 256, and a slot in that second.
///
/// Lists, in the database and in the search index, go from the highest down. The slot comes from the
/// article's identity, so that articles of one moment stand in the same order in every copy of the library. Where slots are
/// taken, the article goes to another in a window that doubles with each try, and spills over to later seconds.
enum SortKey {
    private static let slotBits: Int64 = 8
    private static let tries = 40

    /// The first key of the moment.
    static func start(of timestamp: Int64) -> Int64 { timestamp << slotBits }

    static func timestamp(of key: Int64) -> Int64 { key >> slotBits }

    /// A free key for an article of the moment; its own counts as free.
    static func free(timestamp: Int64, identity: String, current: Int64?, in database: Database) throws -> Int64 {
        var seed = hash(identity)
        let start = start(of: timestamp)
        for attempt in 0..<tries {
            let window: UInt64 = 1 << UInt64(slotBits + Int64(attempt))
            let key = start + Int64(seed & (window - 1))
            if key == current { return key }
            let isTaken = try database.first("SELECT 1 FROM article WHERE sort_key = ?", key) { _ in true } ?? false
            if !isTaken { return key }
            seed = mix(seed)
        }
        throw DatabaseError(resultCode: .SQLITE_FULL)
    }

    private static func hash(_ identity: String) -> UInt64 {
        identity.utf8.prefix(16).reduce(0) { $0 << 4 | UInt64($1 & 15) ^ UInt64($1 >> 6) &* 9 }
    }

    /// SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).
    private static func mix(_ seed: UInt64) -> UInt64 {
        var value = seed &+ 0x9E37_79B9_7F4A_7C15
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }
}
