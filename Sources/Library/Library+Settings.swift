import GRDB

extension Library {
    /// A small text kept under `key`: which article is open, the last filter. Nothing where there is none.
    public func setting(_ key: String) throws -> String? {
        try read { try $0.first("SELECT value FROM setting WHERE key = ?", key) { $0.text(0) } }
    }

    /// Every setting whose key begins with `prefix`, in one read.
    public func settings(withPrefix prefix: String = "") throws -> [String: String] {
        try read { database in
            var settings: [String: String] = [:]
            try database.each("SELECT key, value FROM setting WHERE substr(key, 1, length(?1)) = ?1", [prefix]) {
                settings[$0.text(0)] = $0.text(1)
            }
            return settings
        }
    }

    /// Keeps `value` under `key`; nothing removes what is there. Survives the end of the process, however it comes.
    public func setSetting(_ key: String, _ value: String?) throws { try setSettings([key: value]) }

    /// Several at once, all or nothing.
    public func setSettings(_ settings: [String: String?]) throws {
        try write(isDurable: false) { database in
            for (key, value) in settings {
                if let value {
                    try database.run("INSERT OR REPLACE INTO setting(key, value) VALUES (?, ?)", key, value)
                } else {
                    try database.run("DELETE FROM setting WHERE key = ?", key)
                }
            }
        }
    }

    /// Grows with every change of articles or of what the user made, by whichever process. Settings and places of reading
    /// do not count.
    public func changeNumber() throws -> Int64 {
        try read { try $0.first("SELECT change FROM library") { $0.int64(0) } ?? 0 }
    }

    /// Another number whenever another process, or another opening of the library, wrote since. Waits for a write of this
    /// one that is under way.
    public func dataVersion() throws -> Int {
        try explained {
            try pool.writeWithoutTransaction { database in
                try database.first("PRAGMA data_version") { $0.integer(0) } ?? 0
            }
        }
    }
}
