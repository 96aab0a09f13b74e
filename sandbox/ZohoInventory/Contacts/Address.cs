using System.Text.Json.Nodes;
using Isthmus.Sandbox.ZohoInventory.Bodies;

namespace Isthmus.Sandbox.ZohoInventory.Contacts;

/// <summary>A postal address as the vendor keeps it.</summary>
internal sealed record Address
{
    public string Id { get; init; } = "";

    public string Attention { get; init; } = "";

    public string Street { get; init; } = "";

    public string Street2 { get; init; } = "";

    public string City { get; init; } = "";

    public string State { get; init; } = "";

    public string Zip { get; init; } = "";

    public string Country { get; init; } = "";

    public string Phone { get; init; } = "";

    public string Fax { get; init; } = "";

    public static readonly Shape Shape = new(
        ("attention", Field.Text(100)), ("address", Field.Text(500)), ("street2", Field.Text(255)), ("city", Field.Text(100)),
        ("state", Field.Text(100)), ("zip", Field.Text(50)), ("country", Field.Text(100)), ("phone", Field.Text(50)),
        ("fax", Field.Text(50)));

    public static Address Of(Body body, string id) => new()
    {
        Id = id,
        Attention = body.Text("attention") ?? "",
        Street = body.Text("address") ?? "",
        Street2 = body.Text("street2") ?? "",
        City = body.Text("city") ?? "",
        State = body.Text("state") ?? "",
        Zip = body.Text("zip") ?? "",
        Country = body.Text("country") ?? "",
        Phone = body.Text("phone") ?? "",
        Fax = body.Text("fax") ?? "",
    };

    public JsonObject ToJson() => new()
    {
        ["address_id"] = Id,
        ["attention"] = Attention,
        ["address"] = Street,
        ["street2"] = Street2,
        ["city"] = City,
        ["state"] = State,
        ["zip"] = Zip,
        ["country"] = Country,
        ["phone"] = Phone,
        ["fax"] = Fax,
    };
}
