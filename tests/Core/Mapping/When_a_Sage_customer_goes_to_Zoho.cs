using System.Text.Json;
using Isthmus.Core.Mapping;

namespace Isthmus.Core.Tests;

public sealed class When_a_Sage_customer_goes_to_Zoho
{
    private static readonly MappingContext Terms = new()
    {
        Lookups = new Dictionary<string, IReadOnlyDictionary<string, string>>
        {
            ["termsDays"] = new Dictionary<string, string> { ["30"] = "30" },
        },
    };

    [Fact]
    public void It_has_its_terms_its_address_and_a_primary_person()
    {
        var contact = Shipped.Map("sage-customer-to-zoho-contact", Customer(), Terms);
        Assert.Equal(
            """
            {"contact_name":"Prado & Co","company_name":"Prado & Co","contact_type":"customer","payment_terms":30,
            "billing_address":{"address":"Rua 1","street2":"Loja 2","city":"Porto","zip":"4000-123","country":"Portugal"},
            "contact_persons":[{"first_name":"Prado & Co","email":"ana@example.net","phone":"+351 22 000","is_primary_contact":true}]}
            """.ReplaceLineEndings(""), JsonSerializer.Serialize(contact, Readable));
    }

    [Fact]
    public void One_without_address_and_person_is_a_name()
    {
        var contact = Shipped.Map("sage-customer-to-zoho-contact", Shipped.Json("""{"CustomerName":"Prado","TermsCode":"77"}"""), Terms);
        Assert.Equal("""{"contact_name":"Prado","company_name":"Prado","contact_type":"customer"}""", contact.GetRawText());
    }

    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static JsonElement Customer() => Shipped.Json("""
        {"ARDivisionNo":"00","CustomerNo":"PRADO","CustomerName":"Prado & Co","AddressLine1":"Rua 1","AddressLine2":"Loja 2","AddressLine3":"",
        "City":"Porto","State":"","ZipCode":"4000-123","CountryCode":"PRT","TelephoneNo":"+351 22 000","EmailAddress":" ana@example.net","TermsCode":"30"}
        """);
}
