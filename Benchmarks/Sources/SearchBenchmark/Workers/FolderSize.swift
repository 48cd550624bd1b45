import Foundation

/// How large the files of a folder are.
enum FolderSize {
    /// Bytes by file extension, folders below included.
    static func parts(_ folder: String) throws -> [String: Int] {
        var parts: [String: Int] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder) {
            let attributes = try FileManager.default.attributesOfItem(atPath: folder + "/" + path)
            guard attributes[.type] as? FileAttributeType == .typeRegular, let size = attributes[.size] as? Int else { continue }
            let name = URL(fileURLWithPath: path)
            parts[name.pathExtension.isEmpty ? name.lastPathComponent : name.pathExtension, default: 0] += size
        }
        return parts
    }
}
