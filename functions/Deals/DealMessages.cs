using Isthmus.Core.Deals;
using Isthmus.Core.Failures;
using Isthmus.Core.Runs;

namespace Isthmus.Functions.Deals;

/// <summary>Starts the flow of one deal.</summary>
/// <param name="DealId">The CRM's id of the deal: the business key.</param>
/// <param name="Order">Reference of an order that a person edited; null reads it from the deal.</param>
public sealed record DealInput(string DealId, string? Order = null);

/// <summary>A deal whose order is to be entered.</summary>
/// <param name="DealId">The CRM's id of the deal.</param>
/// <param name="Winning">Which winning of it: 1 for the first.</param>
/// <param name="AccountId">The CRM's id of its account.</param>
/// <param name="Account">Reference of the account as it was read.</param>
/// <param name="Currency">Upper-case ISO 4217 code.</param>
/// <param name="Order">Reference of the canonical order.</param>
/// <param name="Mark">What tells whether the deal changed since.</param>
public sealed record WonDeal(string DealId, int Winning, string AccountId, string Account, string Currency, string Order,
    string Mark);

/// <summary>What a person has to say before an order is entered.</summary>
/// <param name="Words">The question.</param>
/// <param name="Key">Names what is asked, so that a yes holds for that alone.</param>
public sealed record DealQuestion(string Words, string Key);

/// <summary>A deal as it stands.</summary>
/// <param name="State">How its run ends where there is nothing more to do.</param>
/// <param name="Words">The same for people.</param>
public sealed record DealRead(RunState State, string Words)
{
    /// <summary>The deal, where its order is to be entered.</summary>
    public WonDeal? Due { get; init; }
    /// <summary>What a person has to say first.</summary>
    public DealQuestion? Question { get; init; }
    /// <summary>The order that the deal does not show as it should.</summary>
    public DealOrder? Show { get; init; }
    /// <summary>What a person is to look at, although the run has ended.</summary>
    public Failure? Review { get; init; }
}

/// <summary>What a person said.</summary>
/// <param name="DealId">The deal.</param>
/// <param name="Key">What was asked.</param>
/// <param name="Approved">True to enter the order.</param>
public sealed record DealDecision(string DealId, string Key, bool Approved);

/// <summary>A won deal and the code of its customer.</summary>
/// <param name="Deal">The deal.</param>
/// <param name="Customer">The customer's code in Sage 300.</param>
public sealed record DealOfCustomer(WonDeal Deal, string Customer);

/// <summary>An order that is in Sage 300.</summary>
/// <param name="Order">The order.</param>
/// <param name="Review">What a person has to look at; null where it is as it should be.</param>
public sealed record EnteredDeal(DealOrder Order, Failure? Review);

/// <summary>Starts the flow of the invoices of one order.</summary>
/// <param name="Key">The deal and the number of its winning: <c>5900000000611004-1</c>.</param>
public sealed record DealInvoicesInput(string Key);
