using System.Text.Json.Serialization;

namespace Isthmus.Core.Customers;

/// <summary>A system that holds the customer; where several changed a field and no rule says otherwise, the first one counts.</summary>
[JsonConverter(typeof(CamelCaseWords<CustomerSide>))]
public enum CustomerSide
{
    /// <summary>The customer in Stripe.</summary>
    Stripe,
    /// <summary>The contact in Zoho.</summary>
    Zoho,
    /// <summary>The customer in Sage.</summary>
    Sage,
}
