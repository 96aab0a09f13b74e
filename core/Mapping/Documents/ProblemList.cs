namespace Isthmus.Core.Mapping.Documents;

/// <summary>Collects the mistakes of all documents, so that an engineer sees them at once.</summary>
internal sealed class ProblemList
{
    public List<DocumentProblem> All { get; } = [];

    public void Add(string path, string? value, string message, string cure) => All.Add(new(path, value, message, cure));

    public void ThrowIfAny()
    {
        if (All.Count > 0)
            throw new MappingCatalogException(All);
    }
}
