using Isthmus.Sandbox.ZohoInventory.Api;
using Isthmus.Sandbox.ZohoInventory.Bodies;

namespace Isthmus.Sandbox.Tests.ZohoInventory;

public sealed class When_requests_are_held_against_the_specification
{
    /// <summary>Taken although the files do not name them, each with its reason in the vendor notes.</summary>
    private static readonly Dictionary<string, string> undocumented = new()
    {
        ["warehouse_id"] = "section 12: organisations before locations",
        ["warehouses"] = "section 12: organisations before locations",
        ["custom_fields"] = "section 8: id, label, api_name or index",
        ["shipmentorder_custom_fields"] = "section 8",
        ["item_custom_fields"] = "section 8",
        ["discount"] = "section 13: a line of a sales order has one",
        ["phone"] = "section 11: part of an address",
        ["fax"] = "section 11: part of an address",
        ["contact_person_id"] = "contact-persons.yml: to keep a person in an update",
        ["is_primary_contact"] = "contacts.yml has it on the same record",
        ["communication_preference"] = "other modules' files have more of its flags",
        ["salesperson_id"] = "on sales orders, not on invoices",
        ["salesperson_name"] = "on updates, not on creates",
        ["line_item_id"] = "on updates, not on creates",
        ["item_order"] = "on invoices, not on sales orders",
        ["documents"] = "on sales orders, not on invoices",
        ["salesorder_item_id"] = "section 15: on creates, not on updates",
        ["is_inclusive_tax"] = "on creates of a sales order, not on updates",
        ["template_id"] = "on creates of a sales order, not on updates",
        ["value_adjusted"] = "section 19: adjustments by value",
        ["/salesreturnreceives: line_items.location_id"] = "section 17",
        ["/creditnotes: line_items.rate"] = "the answer has it",
        ["/creditnotes: line_items.unit"] = "the answer has it",
        ["/creditnotes: line_items.location_name"] = "on updates, not on creates",
        ["/creditnotes/{id}: line_items.rate"] = "the answer has it",
        ["/creditnotes/{id}: line_items.unit"] = "the answer has it",
        ["/purchaseorders: line_items.rate"] = "section 20",
        ["/purchaseorders/{id}: line_items.rate"] = "section 20",
        ["/purchaseorders/{id}: line_items.tds_tax_id"] = "on creates",
        ["/purchaseorders/{id}: delivery_date"] = "on creates",
        ["/purchaseorders/{id}: is_backorder"] = "on creates",
        ["/bills: line_items.item_id"] = "on a bill without a purchase order",
        ["/bills/{id}: line_items.item_id"] = "on a bill without a purchase order",
        ["contact_id"] = "on updates of a person the file has it",
    };

    /// <summary>Addresses in no file: warehouses (section 12), and a receive read again (section 17).</summary>
    private static readonly string[] live = ["/settings/warehouses", "/salesreturnreceives/{id}"];

    [SpecificationFact]
    public void Every_field_that_is_taken_is_one_of_the_vendors()
    {
        var specification = Specification.Load();
        var strange = from route in Written(specification)
                      let known = specification.RequestFields(route.Method, route.Template)
                      from name in Names(route.Body!, "")
                      where !known.Contains(name) && !IsUndocumented(route, name)
                      select $"{route.Method} {route.Template}: {name}";
        Assert.True(!strange.Any(), string.Join('\n', strange));
    }

    [SpecificationFact]
    public void Every_field_of_the_vendors_is_taken()
    {
        var specification = Specification.Load();
        var refused = from route in Written(specification)
                      let taken = Names(route.Body!, "").ToHashSet()
                      from name in specification.RequestFields(route.Method, route.Template)
                      where !taken.Contains(name) && !IsUnread(route.Body!, name)
                      && !name.EndsWith("communication_preference.is_email_enabled")
                      select $"{route.Method} {route.Template}: {name}";
        Assert.True(!refused.Any(), string.Join('\n', refused));
    }

    [SpecificationFact]
    public void Every_address_is_one_of_the_vendors()
    {
        var specification = Specification.Load();
        var strange = ApiRoutes.All
            .Where(route => !live.Contains(route.Template) && !specification.Knows(route.Method, route.Template));
        Assert.Empty(strange.Select(route => $"{route.Method} {route.Template}"));
    }

    private static IEnumerable<Route> Written(Specification specification) =>
        ApiRoutes.All.Where(route => route.Body is not null
            && specification.RequestFields(route.Method, route.Template).Count > 0);

    private static IEnumerable<string> Names(Shape shape, string prefix) => shape.Fields.SelectMany(pair =>
        Names(pair.Value, prefix + pair.Key + ".").Prepend(prefix + pair.Key));

    private static IEnumerable<string> Names(Field field, string prefix) =>
        field is IShaped shaped ? Names(shaped.Shape, prefix) : [];

    /// <summary>By a name anywhere, or by the one address and name.</summary>
    private static bool IsUndocumented(Route route, string name) =>
        undocumented.ContainsKey($"{route.Template}: {name}") || name.Split('.').Any(undocumented.ContainsKey);

    /// <summary>Whether a name lies inside a field that is stored without a look at its members.</summary>
    private static bool IsUnread(Shape shape, string name)
    {
        var parts = name.Split('.', 2);
        return parts.Length == 2 && shape.Fields.TryGetValue(parts[0], out var field)
            && (field is IShaped inner ? IsUnread(inner.Shape, parts[1]) : true);
    }
}
