using System.Collections.Concurrent;
using Isthmus.Connectors.ZohoCrm;

namespace Isthmus.Functions.ZohoCrm;

/// <summary>Which fields a module has, so that what a mapping writes can be held against it. Read again each hour.</summary>
public sealed class CrmFieldsGate(ZohoCrmClient crm, TimeProvider time)
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, (IReadOnlyDictionary<string, CrmField> Fields, DateTimeOffset At)> known =
        new(StringComparer.Ordinal);

    /// <summary>The fields of a module by their API names.</summary>
    public async Task<IReadOnlyDictionary<string, CrmField>> FieldsAsync(string module, CancellationToken cancellation)
    {
        if (known.TryGetValue(module, out var fresh) && time.GetUtcNow() - fresh.At < Life) return fresh.Fields;
        var fields = (await crm.ListFieldsAsync(module, cancellation))
            .GroupBy(field => field.ApiName, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
        known[module] = (fields, time.GetUtcNow());
        return fields;
    }

    /// <summary>The names that the module has no field for; ids, layouts and system members are passed over.</summary>
    public async Task<IReadOnlyList<string>> MissingAsync(
        string module, IEnumerable<string> names, CancellationToken cancellation)
    {
        var fields = await FieldsAsync(module, cancellation);
        return fields.Count == 0 ? [] : [.. names.Where(name => IsOfALayout(name) && !fields.ContainsKey(name))];
    }

    /// <summary>To be called when Zoho refused a field: what is known of the module is read again.</summary>
    public void Forget(string module) => known.TryRemove(module, out _);

    private static bool IsOfALayout(string name) => name is not ("id" or "Layout" or "Tag") && !name.StartsWith('$');
}
