using System.Text.Json.Serialization;
using Isthmus.Sandbox.ZohoInventory.Lists;
using Isthmus.Sandbox.ZohoInventory.Organization;

namespace Isthmus.Sandbox.ZohoInventory.Payments;

/// <summary>Money received from a customer, in the customer's currency. What is not applied is the customer's credit.</summary>
internal sealed class Payment : IStamped
{
    public required string Id { get; init; }

    public required string Number { get; init; }

    public string CustomerId { get; set; } = "";

    public string CustomerName { get; set; } = "";

    public string CurrencyId { get; set; } = "";

    public decimal ExchangeRate { get; set; }

    public string Mode { get; set; } = "";

    public decimal Amount { get; set; }

    public decimal BankCharges { get; set; }

    public DateOnly Date { get; set; }

    public string ReferenceNumber { get; set; } = "";

    public string Description { get; set; } = "";

    public string AccountId { get; set; } = "";

    public string? LocationId { get; set; }

    public List<Application> Applied { get; set; } = [];

    public CustomValues Custom { get; set; } = new();

    public DateTimeOffset Created { get; init; }

    public DateTimeOffset Modified { get; set; }

    [JsonIgnore]
    public decimal Unused => Amount - Applied.Sum(part => part.Amount);
}

/// <summary>The part of a payment that settles one invoice.</summary>
internal sealed record Application(string Id, string InvoiceId, decimal Amount);
