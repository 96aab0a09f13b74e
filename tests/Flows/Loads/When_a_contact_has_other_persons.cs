using System.Text;
using System.Text.Json;
using Isthmus.Functions.Loads.Customers;

namespace Isthmus.Flows.Tests.Loads;

public sealed class When_a_contact_has_other_persons
{
    [Fact]
    public void They_stay_and_the_primary_one_gets_what_Sage_knows() => Assert.Equal(
        """{"contact_name":"Prado","contact_persons":[{"contact_person_id":"2","email":"new@example.net","mobile":"7","is_primary_contact":true},{"contact_person_id":"1","email":"x"}]}""",
        Kept("""{"contact_name":"Prado","contact_persons":[{"email":"new@example.net"}]}""",
            """{"contact_persons":[{"contact_person_id":"1","email":"x"},{"contact_person_id":"2","email":"old","mobile":"7","is_primary_contact":true}]}"""));

    [Fact]
    public void A_customer_without_person_leaves_them_as_they_are() => Assert.Equal(
        """{"contact_name":"Prado"}""", Kept("""{"contact_name":"Prado"}""", """{"contact_persons":[{"contact_person_id":"1"}]}"""));

    private static string Kept(string body, string stored) =>
        Encoding.UTF8.GetString(ContactPersons.Kept(Encoding.UTF8.GetBytes(body), JsonElement.Parse(stored)).Span);
}
