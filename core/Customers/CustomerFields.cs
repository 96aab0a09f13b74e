using System.Text.Json;
using Isthmus.Core.Canonical;

namespace Isthmus.Core.Customers;

/// <summary>
/// A customer as named values, each of which changes by itself: an address is one value, because the lines of two addresses mixed make
/// none.
/// </summary>
public static class CustomerFields
{
    /// <summary>Starts the name of a field that has no place of its own.</summary>
    public const string CustomPrefix = "custom.";

    /// <summary>The groups: identity, address, tax, custom.</summary>
    public static IReadOnlyList<string> Groups { get; } = ["identity", "address", "tax", "custom"];

    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["name"] = "identity", ["company"] = "identity", ["email"] = "identity", ["phone"] = "identity",
        ["billing"] = "address", ["shipping"] = "address",
        ["taxStatus"] = "tax", ["taxNumber"] = "tax",
    };

    /// <summary>The fields that every customer may have; custom ones come on top.</summary>
    public static IReadOnlyCollection<string> Usual => Known.Keys;

    /// <summary>The group of a field; null for a name that is none.</summary>
    public static string? GroupOf(string field) =>
        field.StartsWith(CustomPrefix, StringComparison.Ordinal) && field.Length > CustomPrefix.Length ? "custom" : Known.GetValueOrDefault(field);

    /// <summary>Those that have a value.</summary>
    public static IReadOnlyDictionary<string, string> Of(Customer customer)
    {
        var fields = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Add("name", customer.Name);
        Add("company", customer.Company);
        Add("email", customer.Email);
        Add("phone", customer.Phone);
        Add("billing", Text(customer.Billing));
        Add("shipping", Text(customer.Shipping));
        Add("taxStatus", customer.TaxStatus);
        Add("taxNumber", customer.TaxNumber);
        foreach (var (name, value) in customer.Custom) Add(CustomPrefix + name, value);
        return fields;

        void Add(string field, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value)) fields[field] = value.Trim();
        }
    }

    /// <summary>The customer with another value in one field; an empty one takes the value away.</summary>
    public static Customer With(Customer customer, string field, string? value) => field switch
    {
        "name" => customer with { Name = value ?? "" },
        "company" => customer with { Company = value },
        "email" => customer with { Email = value },
        "phone" => customer with { Phone = value },
        "billing" => customer with { Billing = Address(value, customer.Billing) },
        "shipping" => customer with { Shipping = Address(value, customer.Shipping) },
        "taxStatus" => customer with { TaxStatus = value },
        "taxNumber" => customer with { TaxNumber = value },
        _ => customer with { Custom = Custom(customer.Custom, field[CustomPrefix.Length..], value) },
    };

    /// <summary>Not every system keeps a name and a telephone number with an address: what one lacks, the other keeps.</summary>
    private static Address? Address(string? value, Address? before)
    {
        if (string.IsNullOrEmpty(value)) return null;
        var address = JsonSerializer.Deserialize<Address>(value, CanonicalJson.Options)!;
        return address with { Name = address.Name ?? before?.Name, Phone = address.Phone ?? before?.Phone };
    }

    private static string? Text(Address? address) =>
        address is null || address == new Address() ? null : JsonSerializer.Serialize(address, CanonicalJson.Options);

    private static Dictionary<string, string> Custom(IReadOnlyDictionary<string, string> custom, string name, string? value)
    {
        var changed = new Dictionary<string, string>(custom, StringComparer.Ordinal);
        if (string.IsNullOrEmpty(value)) changed.Remove(name);
        else changed[name] = value;
        return changed;
    }
}
