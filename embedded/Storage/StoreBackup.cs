namespace Isthmus.Embedded.Storage;

/// <summary>
/// Copies a state folder while the app goes on writing. A plain copy of a live folder is no backup: the store is two files that
/// change at different moments.
/// </summary>
internal static class StoreBackup
{
    private const string Store = "state.db";
    private const string Documents = "payloads";
    private static readonly string[] OfTheMoment = [Store, Store + "-wal", Store + "-shm", "lock"];

    /// <summary>Copies the folder; what was committed when the copy began is in it.</summary>
    /// <param name="home">The state folder, of an app that runs or not.</param>
    /// <param name="target">A folder that does not exist yet, or is empty.</param>
    /// <exception cref="StoreUnavailableException">There is no state, or the copy cannot be written.</exception>
    public static void Take(string home, string target)
    {
        try
        {
            if (!File.Exists(Path.Combine(home, Store))) throw new FileNotFoundException("there is no state in it.");
            if (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any())
                throw new IOException($"'{target}' is not empty.");
            Directory.CreateDirectory(target);
            // First the store: every document that it speaks of was written before it, and is copied after it.
            using (var session = new StoreSession(Path.Combine(home, Store), readOnly: true))
                session.Execute("VACUUM INTO $1", Path.Combine(target, Store));
            CopyFolder(Path.Combine(home, Documents), Path.Combine(target, Documents));
            foreach (var file in Directory.EnumerateFiles(home))
                if (!OfTheMoment.Contains(Path.GetFileName(file))) File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or Microsoft.Data.Sqlite.SqliteException)
        {
            throw new StoreUnavailableException(home, failure, "copied");
        }
    }

    private static void CopyFolder(string from, string to)
    {
        if (!Directory.Exists(from)) return;
        Directory.CreateDirectory(to);
        foreach (var folder in Directory.EnumerateDirectories(from)) CopyFolder(folder, Path.Combine(to, Path.GetFileName(folder)));
        // A name with an extension is a draft that its writer has not finished.
        foreach (var file in Directory.EnumerateFiles(from).Where(file => !Path.HasExtension(file)))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }
}
