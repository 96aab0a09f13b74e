using Isthmus.Core.Loads;

namespace Isthmus.Functions.Loads;

/// <summary>Everything that can be loaded: items, customers, and each flow of master data to the CRM.</summary>
public sealed class LoadKinds(IEnumerable<ILoadKind> kinds, IEnumerable<ILoadKindSource> others)
{
    private readonly Dictionary<string, ILoadKind> byName =
        kinds.Concat(others.SelectMany(other => other.Kinds)).ToDictionary(kind => kind.Name, StringComparer.Ordinal);

    /// <summary>Their names.</summary>
    public IEnumerable<string> Names => byName.Keys.Order(StringComparer.Ordinal);

    /// <summary>True when there is such a kind.</summary>
    public bool Has(string name) => byName.ContainsKey(name);

    /// <summary>A kind whose records are carried one by one, by its name.</summary>
    public IRecordLoad Records(string name) => (IRecordLoad)byName[name];

    /// <summary>A kind by its name.</summary>
    public ILoadKind Get(string name) => byName[name];
}
