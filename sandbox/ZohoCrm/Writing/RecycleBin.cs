using Isthmus.Sandbox.ZohoCrm.Metadata;
using Isthmus.Sandbox.ZohoCrm.Organization;
using Isthmus.Sandbox.ZohoCrm.Records;

namespace Isthmus.Sandbox.ZohoCrm.Writing;

/// <summary>Takes records away, keeps what can be brought back, and merges.</summary>
internal static class RecycleBin
{
    /// <summary>Into the recycle bin; for good without a stay there, as children of a merge go.</summary>
    public static void Delete(Org org, CrmModule module, CrmRecord record, CrmUser user, bool forGood = false)
    {
        module.Records.Remove(record);
        org.Deleted.Add(new DeletedRecord
        {
            Id = record.Id,
            Module = module.ApiName,
            Name = module.NameOf(record),
            CreatedBy = record.CreatedBy,
            DeletedBy = user.Id,
            Deleted = org.Now,
            Record = forGood ? null : record,
        });
        org.Happenings.Add(new Happening(module, record, Operation.Delete, ["Modified_By", "Record_Status__s"]));
    }

    /// <summary>Puts the record back where it was; its unique values may be taken by now.</summary>
    /// <returns>False when they are, or when it is gone for good.</returns>
    public static bool Restore(Org org, DeletedRecord deleted, CrmUser user)
    {
        var module = org.Find(deleted.Module)!;
        if (deleted.IsPermanent(org.Now) || deleted.Record is not { } record) return false;
        if (module.Fields.Where(UniqueCheck.IsUnique).Any(field =>
            ValueIndex.Key(record[field]) is { } key && module.Records.By(field.Slot, key).Count > 0)) return false;
        org.Deleted.Remove(deleted);
        (record.Modified, record.ModifiedBy) = (org.Now, user.Id);
        module.Records.Add(record);
        org.Happenings.Add(new Happening(module, record, Operation.Insert, []));
        return true;
    }

    /// <summary>
    /// Makes one record of several: empty values of the master are filled from the children, what pointed to a child points to
    /// the master, and the children are gone.
    /// </summary>
    public static void Merge(Org org, CrmModule module, CrmRecord master, IReadOnlyList<CrmRecord> children, CrmUser user)
    {
        foreach (var child in children) Delete(org, module, child, user, forGood: true);
        var changed = new List<string>();
        module.Records.Change(master, () =>
        {
            foreach (var field in module.Fields.Where(field => master[field] is null && field.Type != FieldType.Subform))
                if (children.Select(child => child[field]).FirstOrDefault(value => value is not null) is { } value)
                {
                    master[field] = value;
                    changed.Add(field.ApiName);
                }
            (master.Modified, master.ModifiedBy) = (org.Now, user.Id);
        });
        org.Happenings.Add(new Happening(module, master, Operation.Update, changed));
        foreach (var child in children) Repoint(org, module, child.Id, master.Id);
    }

    private static void Repoint(Org org, CrmModule target, long from, long to)
    {
        foreach (var module in org.Modules)
            foreach (var field in module.Fields.Where(field => field.Type == FieldType.Lookup
                && field.Target == target.ApiName && !module.IsSubform))
                foreach (var record in module.Records.By(field.Slot, from.ToString()).ToList())
                    module.Records.Change(record, () => record[field] = to);
    }
}
