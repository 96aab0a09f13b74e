using Isthmus.Sandbox.ZohoCrm.Api;
using Isthmus.Sandbox.ZohoCrm.Metadata;
using Isthmus.Sandbox.ZohoCrm.Records;

namespace Isthmus.Sandbox.ZohoCrm.Writing;

/// <summary>
/// Which record an upsert means: by the fields that were named, then by every unique field; when none was named, by the
/// system's own field first, which is how two customers of one name become one account (vendor notes, section 7.3).
/// </summary>
internal sealed class UpsertMatch
{
    private readonly CrmModule module;
    private readonly List<CrmField> order;

    public UpsertMatch(CrmModule module, IReadOnlyList<string>? named)
    {
        this.module = module;
        var first = named?.Select((name, index) => Allowed(name, index)) ?? [module.Find(module.DuplicateField)];
        order = [.. first.OfType<CrmField>().Concat(module.Fields.Where(UniqueCheck.IsUnique)).Distinct()];
    }

    /// <summary>The record and the field that found it.</summary>
    public (CrmRecord Record, CrmField? Field)? Find(Draft draft)
    {
        foreach (var field in order)
            if (draft.Values.TryGetValue(field, out var value) && ValueIndex.Key(value) is { } key
                && module.Records.By(field.Slot, key) is [var found, ..]) return (found, field);
        return null;
    }

    private CrmField Allowed(string name, int index) =>
        module.Find(name) is { } field && (UniqueCheck.IsUnique(field) || name == module.DuplicateField) ? field
        : throw new CrmRefusal(400, Problem.Value("duplicate_check_fields", $"$.duplicate_check_fields[{index}]"));
}
