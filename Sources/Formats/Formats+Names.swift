extension Formats {
    /// Whether a file of that name is something that folders of articles commonly hold beside them (a picture, a style
    /// sheet, a table of data), so that it is passed over without being read.
    public static func isCompanion(_ name: String) -> Bool {
        let suffix = FileName.suffix(of: name)
        return companions.contains(suffix) || suffix == "db" && !mayBeCache(name)
    }

    /// Whether a database of that name may be the one that newsboat keeps, which it calls `cache.db`.
    private static func mayBeCache(_ name: String) -> Bool {
        let name = FileName.last(of: name).lowercased()
        return name.contains("cache") || name.contains("newsboat")
    }

    /// Whether a file of that name is one of data, which may hold articles and mostly holds something else.
    public static func isData(_ name: String) -> Bool { dataFiles.contains(FileName.suffix(of: name)) }

    private static let dataFiles: Set<String> = ["json", "jsonl", "ndjson", "csv", "tsv"]

    private static let companions: Set<String> = [
        "png", "jpg", "jpeg", "gif", "webp", "svg", "bmp", "ico", "tif", "tiff", "avif", "heic",
        "mp3", "mp4", "m4a", "m4v", "ogg", "oga", "opus", "wav", "flac", "webm", "mov", "avi", "mkv",
        "css", "js", "mjs", "ts", "map", "woff", "woff2", "ttf", "otf", "eot", "wasm",
        "toml", "yaml", "yml", "ini", "cfg", "conf", "lock", "canvas",
        "py", "rb", "sh", "c", "h", "cc", "cpp", "hpp", "rs", "go", "java", "swift", "o", "a", "so", "exe", "dll",
        "sqlite", "sqlite3", "torrent", "sig", "pgp", "gpg", "key", "pem", "crt",
    ]
}
