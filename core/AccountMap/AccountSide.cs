using System.Text.Json.Serialization;

namespace Isthmus.Core.AccountMap;

/// <summary>Which system's value of a field counts.</summary>
[JsonConverter(typeof(CamelCaseWords<AccountSide>))]
public enum AccountSide
{
    /// <summary>Neither: each system keeps its own.</summary>
    None,
    /// <summary>The CRM's.</summary>
    Crm,
    /// <summary>The books'.</summary>
    Books,
}
