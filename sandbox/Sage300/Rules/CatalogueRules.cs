using Isthmus.Sandbox.Sage300.Data;
using Isthmus.Sandbox.Sage300.Schema;

namespace Isthmus.Sandbox.Sage300.Rules;

/// <summary>Items are kept under their number without separators and shown with them.</summary>
internal sealed class ItemRules(Company company) : ViewRules(company)
{
    public static string Unformatted(string number) => string.Concat(number.Where(char.IsLetterOrDigit));

    public override object? KeyPart(string name, object? value) => Unformatted((string)value!);

    public override void Put(Entity? parent, Entity record, Property property)
    {
        base.Put(parent, record, property);
        if (property.Name != "UnformattedItemNumber") return;
        var given = record.Text(property.Name);
        if (record.Text("ItemNumber").Length == 0) record["ItemNumber"] = given;
        record[property.Name] = Unformatted(given);
    }

    public override void Insert(Entity record)
    {
        Need(record, "UnformattedItemNumber", "Item Number");
        Stamp(record);
    }

    public override void Change(Entity before, Entity after) => Stamp(after);

    private void Stamp(Entity record) => record["DateLastMaintained"] = Company.Today;
}

/// <summary>Price lists hold the item by its unformatted number.</summary>
internal sealed class PriceRules(Company company) : ViewRules(company)
{
    public override object? KeyPart(string name, object? value) =>
        name == "ItemNumber" ? ItemRules.Unformatted((string)value!) : value;

    public override void Put(Entity? parent, Entity record, Property property)
    {
        if (property.Name != "ItemNumber") return;
        record["ItemNumber"] = ItemRules.Unformatted(record.Text("ItemNumber"));
        Know(Company[ItemSchema.Resource].Find(record.Text("ItemNumber")) is not null, "Item Number", record.Text("ItemNumber"));
    }

    public override void Insert(Entity record)
    {
        Need(record, "ItemNumber", "Item Number");
        Need(record, "PriceListCode", "Price List Code");
        Need(record, "CurrencyCode", "Currency Code");
    }
}

/// <summary>Accounts tell when they were created, not when they were changed.</summary>
internal sealed class AccountRules(Company company) : ViewRules(company)
{
    public override void Insert(Entity record)
    {
        Need(record, "UnformattedAccount", "Account Number");
        if (record.Text("AccountNumber").Length == 0) record["AccountNumber"] = record["UnformattedAccount"];
        record["DateCreated"] = Company.Today;
    }
}
