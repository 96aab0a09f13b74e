using Isthmus.Bench.Stack;
using Isthmus.Cli.Stack;

namespace Isthmus.Bench.Master;

/// <summary>Fills the sandbox's Sage 300.</summary>
internal static class Sage300Books
{
    private const string Customers = "sage-300/records/AR/ARCustomers";

    /// <summary>Customers, each with an address of its own.</summary>
    public static Task AddCustomersAsync(LocalStack stack, int customers) => ManyRecords.EnterAsync(stack, Customers, customers, n => new
    {
        CustomerNumber = $"C{n:D6}", GroupCode = "WHL", CustomerName = $"Customer {n} of Harbor", AddressLine1 = $"{n} High Street",
        City = "Portland", StateProvince = "OR", ZipPostalCode = $"{n % 100_000:D5}", PhoneNumber = $"555 {n:D7}",
        Email = $"c{n}@customer{n}.example", WebSite = $"www.customer{n}.example", CreditLimitCustomerCurrency = (n % 50_000) + 0.5m,
    });

    /// <summary>Somebody gives the first customers another limit.</summary>
    public static Task ChangeCustomersAsync(LocalStack stack, int customers) => ManyRecords.EnterAsync(
        stack, Customers, customers, n => new { CustomerNumber = $"C{n:D6}", CreditLimitCustomerCurrency = 1.25m });
}
