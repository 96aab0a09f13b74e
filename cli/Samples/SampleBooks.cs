using Isthmus.Cli.Clients;

namespace Isthmus.Cli.Samples;

/// <summary>A few companies in Sage 100, Sage 300 and Sage Intacct; entering them again changes nothing.</summary>
internal static class SampleBooks
{
    public static async Task FillAsync(SandboxClient sandbox, CancellationToken cancel)
    {
        await sandbox.EnterAsync("sage-100/records/AR_Customer", cancel, new
        {
            ARDivisionNo = "01", CustomerNo = "HARB01", CustomerName = "Harbor Pump Co", AddressLine1 = "18 Quay St", City = "Portland",
            State = "OR", ZipCode = "97209", CountryCode = "USA", TelephoneNo = "(503) 555-0117", EmailAddress = "ap@harborpump.example",
            CustomerStatus = "A", CreditHold = "N", CreditLimit = 5000, TermsCode = "01",
        });
        await sandbox.EnterAsync("sage-100/records/AP_Vendor", cancel, new
        {
            APDivisionNo = "00", VendorNo = "GASKETS", VendorName = "Gasket Works", City = "Salem", State = "OR", ZipCode = "97301",
        });
        await sandbox.EnterAsync("sage-300/records/AP/APVendors", cancel, new
        {
            VendorNumber = "QUAYST", GroupCode = "INV", VendorName = "Quay Street Castings", AddressLine1 = "3 Quay St", City = "Astoria",
            StateProvince = "OR",
        });
        await sandbox.EnterAsync("sage-300/records/IC/ICItems", cancel, new
        {
            UnformattedItemNumber = "GASKET12", ItemNumber = SampleDeal.Item, Description = "Gasket, 12 mm",
        });
        await sandbox.EnterAsync("sage-intacct/objects/VENDOR", cancel, new { VENDORID = "V-100", NAME = "Lund & Sons" });
        await sandbox.EnterAsync("sage-intacct/objects/CUSTOMER", cancel, new { CUSTOMERID = "C-100", NAME = "Northwind Ferries" });
    }
}
