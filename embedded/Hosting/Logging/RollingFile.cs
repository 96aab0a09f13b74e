namespace Isthmus.Embedded.Hosting.Logging;

/// <summary>
/// A file that lines are added to. Past a size it becomes NAME.1, the one before it NAME.2 and so on; the oldest goes.
/// </summary>
internal sealed class RollingFile(string path, long largest, int kept) : IDisposable
{
    private FileStream? open;

    /// <summary>Adds whole lines.</summary>
    /// <exception cref="IOException">The disk is full, or the folder cannot be written; the next call tries again.</exception>
    public void Add(ReadOnlySpan<byte> lines)
    {
        if (open is { } full && full.Length >= largest)
        {
            Dispose();
            Roll();
        }
        open ??= Open();
        open.Write(lines);
        open.Flush();
    }

    public void Dispose()
    {
        open?.Dispose();
        open = null;
    }

    private FileStream Open()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
    }

    private void Roll()
    {
        for (var number = kept - 1; number >= 1; number--)
        {
            var from = number == 1 ? path : $"{path}.{number - 1}";
            if (File.Exists(from)) File.Move(from, $"{path}.{number}", overwrite: true);
        }
        if (kept <= 1) File.Delete(path);
    }
}
