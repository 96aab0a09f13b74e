using System.Text.Json;
using Isthmus.Core.Matching;

namespace Isthmus.Functions.MasterData.Duplicates;

/// <summary>Which fields of a module tell whether two records are one, and how their values are made alike.</summary>
/// <param name="Schema">How they are compared.</param>
/// <param name="Fields">The CRM's fields, by the schema's; the first that has a value counts.</param>
internal sealed record MatchFields(MatchSchema Schema, IReadOnlyDictionary<string, IReadOnlyList<string>> Fields)
{
    private static readonly MatchFields Accounts = new(MatchSchema.Company, new Dictionary<string, IReadOnlyList<string>>
    {
        ["name"] = ["Account_Name"], ["domain"] = ["Website"], ["phone"] = ["Phone"], ["street"] = ["Billing_Street"],
        ["postcode"] = ["Billing_Code"], ["city"] = ["Billing_City"], ["country"] = ["Billing_Country"],
    });

    private static readonly MatchFields Contacts = new(MatchSchema.Person, new Dictionary<string, IReadOnlyList<string>>
    {
        ["given"] = ["First_Name"], ["surname"] = ["Last_Name"], ["email"] = ["Email"], ["phone"] = ["Phone", "Mobile"],
        ["street"] = ["Mailing_Street"], ["postcode"] = ["Mailing_Zip"], ["city"] = ["Mailing_City"], ["company"] = ["Account_Name"],
    });

    /// <summary>Those of a module; null where its records are not compared.</summary>
    public static MatchFields? Of(string module) => module switch
    {
        "Accounts" => Accounts,
        "Contacts" => Contacts,
        _ => null,
    };

    /// <summary>The names of the CRM's fields.</summary>
    public IReadOnlyList<string> Names => [.. Fields.Values.SelectMany(names => names)];

    /// <summary>A record as it is compared.</summary>
    public MatchRecord Read(string id, JsonElement record) => Schema.Record(id, field => Alike(field, First(record, Fields[field])));

    private static string? First(JsonElement record, IReadOnlyList<string> names) =>
        names.Select(name => Text(record, name)).FirstOrDefault(value => value is { Length: > 0 });

    private static string? Alike(string field, string? value) => field switch
    {
        "name" => MatchText.Company(value),
        "domain" => MatchText.Domain(value),
        "email" => MatchText.Email(value),
        "phone" => MatchText.Phone(value),
        "postcode" => MatchText.Code(value),
        "company" => value,
        _ => MatchText.Words(value),
    };

    /// <summary>A lookup counts by its id, everything else by its text.</summary>
    private static string? Text(JsonElement record, string name) =>
        !record.TryGetProperty(name, out var value) ? null : value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Object when value.TryGetProperty("id", out var id) => id.GetString(),
            _ => null,
        };
}
