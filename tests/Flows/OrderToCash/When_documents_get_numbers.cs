using Isthmus.Functions.OrderToCash;

namespace Isthmus.Flows.Tests.OrderToCash;

public sealed class When_documents_get_numbers
{
    [Theory]
    [InlineData("pi_3NqXa2eZvKYlo2C4F2K9QX0P", "STR-O2C4F2K9QX0P")]
    [InlineData("pi_1", "STR-PI1")]
    public void The_number_is_the_tail_of_the_key(string key, string number) => Assert.Equal(number, DocumentNumber.For(key, "STR-"));

    [Fact]
    public void The_same_key_always_gives_the_same_number() => Assert.Equal(DocumentNumber.For("pi_abc", "S-"), DocumentNumber.For("pi_abc", "S-"));
}
