using Isthmus.Bench.Stack;
using Isthmus.Cli.Stack;

namespace Isthmus.Bench.Master;

/// <summary>Fills the sandbox's Sage Intacct.</summary>
internal static class IntacctBooks
{
    private const string Customers = "sage-intacct/objects/CUSTOMER";

    /// <summary>Customers, each with an address of its own.</summary>
    public static Task AddCustomersAsync(LocalStack stack, int customers) => ManyRecords.EnterAsync(stack, Customers, customers, n => new
    {
        CUSTOMERID = $"C{n:D6}", NAME = $"Customer {n} of Harbor", CREDITLIMIT = $"{n % 50_000}.50", TERMNAME = "Net 30",
        DISPLAYCONTACT = new
        {
            PHONE1 = $"555 {n:D7}", EMAIL1 = $"c{n}@customer{n}.example", URL1 = $"www.customer{n}.example",
            MAILADDRESS = new { ADDRESS1 = $"{n} High Street", CITY = "Portland", STATE = "OR", ZIP = $"{n % 100_000:D5}" },
        },
    });

    /// <summary>Somebody gives the first customers another limit.</summary>
    public static Task ChangeCustomersAsync(LocalStack stack, int customers) =>
        ManyRecords.EnterAsync(stack, Customers, customers, n => new { CUSTOMERID = $"C{n:D6}", CREDITLIMIT = "1.25" });
}
