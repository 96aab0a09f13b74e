using Isthmus.Sandbox.Intacct.Data;
using Isthmus.Sandbox.Intacct.Gateway;

namespace Isthmus.Sandbox.Intacct.Writing;

/// <summary>What a field takes: known names, lengths, lists, and records that it names.</summary>
internal static class FieldRules
{
    public static void Set(Company company, ObjectType type, Record record, string name, string value)
    {
        // An empty element may stand for a group of fields.
        if (value.Length == 0 && type.Fields.Any(each => each.Name.StartsWith(name + ".", StringComparison.Ordinal))) return;
        var field = type.Find(name) ?? throw Wrong($"Field {name} is not valid for object {type.Name}");
        if (field.Name == "RECORDNO") return;
        if (field.ReadOnly) throw Wrong($"The field {field.Name} of {type.Name} cannot be set.");
        if (field.Name == type.Key && record[field.Name].Length > 0 && record[field.Name] != value)
            throw Wrong($"The {field.Name} of a {type.Name} record cannot be changed.");
        if (field.Length > 0 && value.Length > field.Length)
            throw Wrong($"The field {field.Name} is longer than {field.Length} characters.");
        if (field.Values.Count > 0 && value.Length > 0 && !field.Values.Contains(value))
            throw Wrong($"The value {value} of {field.Name} is not one of {string.Join(", ", field.Values)}.");
        if (field.Kind == FieldKind.Boolean && value is not ("" or "true" or "false"))
            throw Wrong($"The field {field.Name} takes true or false.");
        if (field.Kind is FieldKind.Decimal or FieldKind.Date && value.Length > 0
            && FieldReader.Compared(field, value, company.Time) is null)
            throw Wrong($"The value {value} of {field.Name} cannot be read.");
        RequireTarget(company, field, value, record);
        record[field.Name] = value;
    }

    private static void RequireTarget(Company company, FieldType field, string value, Record record)
    {
        if (value.Length == 0 || field.Target is not { } target) return;
        var name = target[..target.IndexOf('.', StringComparison.Ordinal)];
        if (company[name].Find(value) is not { } found || found.Number == record.Number)
            throw new FunctionException("BL03000018", $"The {name.ToLowerInvariant()} {value} does not exist.", "Create it first.");
    }

    private static FunctionException Wrong(string text) => new("BL03000004", text);
}
