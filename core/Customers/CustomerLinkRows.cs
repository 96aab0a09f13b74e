using Azure.Data.Tables;
using Isthmus.Core.Tables;

namespace Isthmus.Core.Customers;

/// <summary>
/// A pair is one row, found by the Stripe customer; a second row, which holds nothing else, finds it by the contact. Both lie in one
/// partition, so that they come and go together.
/// </summary>
internal static class CustomerLinkRows
{
    public const string Partition = "link";
    public const string FirstCustomer = "s|";
    public const string EndOfCustomers = "s}";

    public static string OfCustomer(string stripeId) => FirstCustomer + TableKey.Escape(stripeId);

    public static string OfContact(string contactId) => "z|" + TableKey.Escape(contactId);

    public static TableEntity Pointer(CustomerLink link) => new(Partition, OfContact(link.ContactId)) { ["StripeId"] = link.StripeId };

    public static TableEntity Write(CustomerLink link)
    {
        var row = new TableEntity(Partition, OfCustomer(link.StripeId))
        {
            ["StripeId"] = link.StripeId,
            ["ContactId"] = link.ContactId,
            ["State"] = link.State.ToString(),
            ["Reason"] = link.Reason,
            ["ContactStamp"] = link.ContactStamp,
        };
        foreach (var (side, hashes) in link.Known) row[side.ToString()] = hashes.ToString();
        return row;
    }

    public static CustomerLink Read(TableEntity row) => new(row.GetString("StripeId"), row.GetString("ContactId"))
    {
        State = Enum.Parse<LinkState>(row.GetString("State")),
        Reason = row.GetString("Reason"),
        ContactStamp = row.GetString("ContactStamp") ?? "",
        Known = Enum.GetValues<CustomerSide>().Where(side => row.GetString(side.ToString()) is not null)
            .ToDictionary(side => side, side => FieldHashes.Parse(row.GetString(side.ToString()))!),
    };
}
