using Isthmus.Core.Mapping.Documents;
using Isthmus.Core.References;

namespace Isthmus.Core.Mapping;

/// <summary>All mapping documents and reference tables of one folder, checked and compiled.</summary>
public sealed class MappingCatalog
{
    private readonly Dictionary<string, Mapping> _mappings = new(StringComparer.Ordinal);

    private MappingCatalog(ReferenceTables references) => References = references;

    /// <summary>The tables that the documents look things up in.</summary>
    public ReferenceTables References { get; }

    /// <summary>Reads every <c>*.yaml</c> of the folder and of its folder <c>references</c>.</summary>
    /// <exception cref="MappingCatalogException">Some document cannot be used; holds every mistake of every document.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static MappingCatalog Load(string folder)
    {
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException($"There are no mapping documents at {folder}.");
        var problems = new ProblemList();
        var catalog = new MappingCatalog(ReferenceTables.Load(Path.Combine(folder, "references"), problems));
        foreach (var path in Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal))
        {
            var file = Path.GetFileName(path);
            if (MappingReader.Read(path, file, catalog.References, problems) is not { } mapping)
                continue;
            if (!catalog._mappings.TryAdd(mapping.Name, mapping))
                problems.Add(file, mapping.Name, "Two documents have this name.", "Rename one of them.");
        }
        problems.ThrowIfAny();
        return catalog;
    }

    /// <summary>The mapping of that name.</summary>
    /// <exception cref="KeyNotFoundException">There is none; the message lists those there are.</exception>
    public Mapping Get(string name) => _mappings.TryGetValue(name, out var mapping)
        ? mapping
        : throw new KeyNotFoundException($"No mapping '{name}'. There are: {string.Join(", ", _mappings.Keys.Order())}.");

    /// <summary>All mappings, by name.</summary>
    public IReadOnlyList<MappingInfo> List() => [.. _mappings.Values.Select(mapping => mapping.Info).OrderBy(info => info.Name)];
}
