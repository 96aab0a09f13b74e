using Isthmus.Core.Loads;

namespace Isthmus.Functions.Loads;

/// <summary>Everything that can be loaded.</summary>
public sealed class LoadKinds(IEnumerable<ILoadKind> kinds)
{
    private readonly Dictionary<string, ILoadKind> byName = kinds.ToDictionary(kind => kind.Name, StringComparer.Ordinal);

    /// <summary>Their names.</summary>
    public IEnumerable<string> Names => byName.Keys.Order(StringComparer.Ordinal);

    /// <summary>True when there is such a kind.</summary>
    public bool Has(string name) => byName.ContainsKey(name);

    /// <summary>A kind by its name.</summary>
    public ILoadKind Get(string name) => byName[name];
}
