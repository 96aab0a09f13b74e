using System.Text.Json.Serialization;

namespace Isthmus.Core.AccountMap;

/// <summary>What an account of the CRM is in the books.</summary>
[JsonConverter(typeof(CamelCaseWords<AccountKind>))]
public enum AccountKind
{
    /// <summary>A customer.</summary>
    Customer,
    /// <summary>A vendor.</summary>
    Vendor,
}
