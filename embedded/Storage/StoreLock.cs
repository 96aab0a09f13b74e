namespace Isthmus.Embedded.Storage;

/// <summary>One process a state folder: the second is refused before it opens anything.</summary>
internal static class StoreLock
{
    private const int UnixLocked = 11;
    private const int WindowsLocked = unchecked((int)0x80070020);

    public static FileStream Take(string home)
    {
        try
        {
            Directory.CreateDirectory(home);
            return new FileStream(Path.Combine(home, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
        }
        catch (IOException locked) when (locked.HResult is UnixLocked or WindowsLocked)
        {
            throw new StoreInUseException(home, locked);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException(home, failure);
        }
    }
}
