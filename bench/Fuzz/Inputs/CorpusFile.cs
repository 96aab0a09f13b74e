namespace Isthmus.Fuzz;

/// <summary>Valid documents that mutations begin with.</summary>
internal static class CorpusFile
{
    public static byte[] Read(string name)
    {
        using var stream = typeof(CorpusFile).Assembly.GetManifestResourceStream(name)
            ?? throw new FileNotFoundException($"The corpus has no {name}.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
