namespace Isthmus.Embedded.Storage;

/// <summary>One process a state folder: the second is refused before it opens anything.</summary>
internal static class StoreLock
{
    public static FileStream Take(string home)
    {
        var path = Path.Combine(home, "lock");
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
        }
        catch (IOException failure)
        {
            throw new StoreInUseException(home, failure);
        }
    }
}
