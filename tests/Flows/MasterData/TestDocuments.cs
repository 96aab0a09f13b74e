namespace Isthmus.Flows.Tests.MasterData;

/// <summary>The shipped mapping documents, and those of the tests' own flows.</summary>
internal static class TestDocuments
{
    private const string Party = """
        mapping: test-party
        version: 1.0.0
        source: test.party
        target: zoho-crm.Accounts
        description: A party of the tests as an Account.
        fields:
          - { to: Account_Name, from: name, required: true, cure: Give it a name., personal: true }
          - { to: Phone, from: phone, personal: true }
          - { to: Website, from: web }
          - { to: Billing_City, from: city, personal: true }
          - { to: Billing_Code, from: zip, personal: true }
          - { to: Industry, from: industry }
          - { to: Employees, from: staff, type: integer }
        """;

    private const string Person = """
        mapping: test-person
        version: 1.0.0
        source: test.person
        target: zoho-crm.Contacts
        description: A person of the tests as a Contact.
        fields:
          - { to: First_Name, from: first, personal: true }
          - { to: Last_Name, from: last, required: true, cure: Give a surname., personal: true }
          - { to: Email, from: email, personal: true }
          - { to: Phone, from: phone, personal: true }
        """;

    private const string Vendor = """
        mapping: test-vendor
        version: 1.0.0
        source: test.vendor
        target: zoho-crm.Vendors
        description: A vendor of the tests.
        fields:
          - { to: Vendor_Name, from: name, required: true, cure: Give it a name., personal: true }
          - { to: Colour, from: colour }
        """;

    /// <summary>Writes them into a folder.</summary>
    public static void Write(string folder)
    {
        var shipped = Path.Combine(AppContext.BaseDirectory, "mappings");
        foreach (var file in Directory.EnumerateFiles(shipped, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(shipped, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        foreach (var (name, text) in new[] { ("test-party", Party), ("test-person", Person), ("test-vendor", Vendor) })
            File.WriteAllText(Path.Combine(folder, name + ".yaml"), text);
    }
}
