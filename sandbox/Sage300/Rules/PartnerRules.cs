using Isthmus.Sandbox.Sage300.Api;
using Isthmus.Sandbox.Sage300.Data;
using Isthmus.Sandbox.Sage300.Schema;

namespace Isthmus.Sandbox.Sage300.Rules;

/// <summary>
/// Customers and vendors: the group brings terms, tax group and account set; an edit moves the date and nothing else does.
/// </summary>
internal sealed class PartnerRules(Company company, string label, IReadOnlyDictionary<string, Group> groups) : ViewRules(company)
{
    public override void Put(Entity? parent, Entity record, Property property)
    {
        base.Put(parent, record, property);
        switch (property.Name)
        {
            case "GroupCode": TakeGroup(record); break;
            case "Terms": Know(Codes.TermDays.ContainsKey(record.Text("Terms")), "Terms Code", record.Text("Terms")); break;
            case "TaxGroup": Know(Codes.TaxGroups.Contains(record.Text("TaxGroup")), "Tax Group", record.Text("TaxGroup")); break;
            case "CurrencyCode":
                Know(Codes.Currencies.ContainsKey(record.Text("CurrencyCode")), "Currency Code", record.Text("CurrencyCode"));
                break;
            default: break;
        }
    }

    public override void Insert(Entity record)
    {
        Need(record, record.Schema.Keys[0], $"{label} Number");
        Need(record, "GroupCode", "Group Code");
        record["StartDate"] ??= Company.Today;
        Stamp(record);
    }

    public override void Change(Entity before, Entity after)
    {
        if (after.Text("Status") != before.Text("Status"))
            after["InactiveDate"] = after.Text("Status") == "Inactive" ? Company.Today : null;
        Stamp(after);
    }

    public override void Delete(Entity record)
    {
        if (record.Schema.Resource == CustomerSchema.Resource && record.Number("NumberOfOpenDocuments") > 0)
            throw WebApiError.Invalid($"{label} {record.Key} has open documents and cannot be deleted.");
    }

    private void TakeGroup(Entity record)
    {
        if (!groups.TryGetValue(record.Text("GroupCode"), out var group))
            throw WebApiError.Invalid($"Group Code {record.Text("GroupCode")} does not exist.");
        (string, string)[] brought =
        [
            ("AccountSet", group.AccountSet), ("BillingCycle", group.BillingCycle), ("InterestProfile", group.InterestProfile),
            ("CurrencyCode", group.Currency), ("Terms", group.Terms), ("TaxGroup", group.TaxGroup), ("CustomerPriceList", group.PriceList)
        ];
        foreach (var (name, value) in brought)
            if (record.Schema.Find(name) is not null) record[name] = value;
    }

    private void Stamp(Entity record)
    {
        record["DateLastMaintained"] = Company.Today;
        var key = record.Schema.Keys[0];
        foreach (var field in record.Details(0)) field[key] = record[key];
    }
}
