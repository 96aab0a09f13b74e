using System.Text.Json;
using Isthmus.Core.Failures;
using Isthmus.Functions.Deals.Reading;

namespace Isthmus.Flows.Tests.Deals;

public sealed class When_a_line_has_no_quantity
{
    [Theory]
    [InlineData("""{"Quantity":-2.50}""", "Quantity of a line is -2.5, which is not above zero.")]
    [InlineData("""{"Quantity":0}""", "Quantity of a line is 0, which is not above zero.")]
    [InlineData("""{"Quantity":"a few"}""", "Quantity of a line is no number.")]
    [InlineData("{}", "Quantity of a line is no number.")]
    public void The_refusal_names_the_field_and_what_it_holds(string row, string said)
    {
        var refused = Assert.Throws<FailureException>(() => JsonElement.Parse(row).Quantity("Quantity")).Failure;
        Assert.Equal((said, "Quantity"), (refused.Message, refused.Field));
    }
}
