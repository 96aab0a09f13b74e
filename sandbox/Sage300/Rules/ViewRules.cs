using Isthmus.Sandbox.Sage300.Api;
using Isthmus.Sandbox.Sage300.Data;
using Isthmus.Sandbox.Sage300.Schema;

namespace Isthmus.Sandbox.Sage300.Rules;

/// <summary>What a view does while a record is entered, and before it is stored.</summary>
internal class ViewRules(Company company)
{
    protected Company Company => company;

    /// <summary>A new record as the view offers it.</summary>
    public virtual Entity Begin(EntitySchema schema) => new(schema);

    /// <summary>A field was entered: what it must be, and what it brings along. Fields that come later win.</summary>
    /// <param name="parent">What the record is a detail of.</param>
    /// <param name="record">The record or detail.</param>
    /// <param name="property">The field.</param>
    public virtual void Put(Entity? parent, Entity record, Property property)
    {
        if (property.Name == "OptionalField" && !company.Settings.OptionalFields.Contains(record.Text("OptionalField")))
            throw WebApiError.Invalid($"Optional Field {record.Text("OptionalField")} does not exist.");
    }

    /// <summary>A part of a key as the view keeps it.</summary>
    public virtual object? KeyPart(string name, object? value) => value;

    public virtual void Insert(Entity record) { }

    public virtual void Change(Entity before, Entity after) { }

    public virtual void Delete(Entity record) { }

    protected static void Need(Entity record, string name, string label)
    {
        if (record.Text(name).Length == 0) throw WebApiError.Invalid($"{label} cannot be blank.");
    }

    protected static void Know(bool known, string label, string value)
    {
        if (!known && value.Length > 0) throw WebApiError.Invalid($"{label} {value} does not exist.");
    }

    /// <summary>Numbers details 32, 64, ... or 1, 2, ...</summary>
    protected static void Number(IReadOnlyList<Entity> details, string name, int step)
    {
        foreach (var (at, detail) in details.Index()) detail[name] = (decimal)((at + 1) * step);
    }
}
