namespace Isthmus.Core.Vault;

/// <summary>Files that only their owner may read, replaced whole or not at all.</summary>
internal static class PrivateFile
{
    public static void Replace(string path, ReadOnlySpan<byte> content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = path + ".new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new FileStream(draft, options))
        {
            stream.Write(content);
            stream.Flush(flushToDisk: true);
        }
        File.Move(draft, path, overwrite: true);
    }
}
