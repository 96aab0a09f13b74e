using Isthmus.Connectors.Sage100;
using Isthmus.Core.Failures;

namespace Isthmus.Connectors.Tests.Sage100;

public sealed class Outcomes
{
    [Theory]
    [InlineData(SageOutcome.Written, null, null)]
    [InlineData(SageOutcome.WrittenWithWarning, null, null)]
    [InlineData(SageOutcome.Exists, FailureClass.Conflict, "exists")]
    [InlineData(SageOutcome.NotFound, FailureClass.ReferenceMissing, "not_found")]
    [InlineData(SageOutcome.Refused, FailureClass.Validation, "refused")]
    [InlineData(SageOutcome.Locked, FailureClass.Locked, "locked")]
    [InlineData(SageOutcome.Failed, FailureClass.Transient, "session-broke")]
    public void Are_put_into_our_classes(SageOutcome outcome, FailureClass? expected, string? code)
    {
        var failure = SageOutcomes.FailureOf(new SageWriteResult("1", outcome, null, null, null), "create sales order");
        Assert.Equal((expected, code), (failure?.Class, failure?.Code));
        Assert.Equal(outcome == SageOutcome.Failed, failure?.EffectUnknown ?? false);
    }

    [Theory]
    [InlineData("Item Code GASKET-99 is not on file.", FailureClass.ReferenceMissing)]
    [InlineData("The Terms Code 99 is not on file.", FailureClass.ReferenceMissing)]
    [InlineData("The Default Payment Type is greater than 5 character(s)", FailureClass.Validation)]
    [InlineData("Line Weight is read only", FailureClass.Validation)]
    [InlineData("Credit Hold failed validation on Y,N", FailureClass.Validation)]
    [InlineData("Record is in use by MARY on WS-14", FailureClass.Locked)]
    [InlineData("The record is being used by another workstation", FailureClass.Locked)]
    [InlineData("Customer 01-Z0000781 is locked", FailureClass.Locked)]
    [InlineData("Another user is changing this order", FailureClass.Locked)]
    [InlineData("File is busy", FailureClass.Locked)]
    public void Of_a_refusal_follow_Sages_words(string message, FailureClass expected) =>
        Assert.Equal(expected,
            SageOutcomes.Refused(new SageError("SO_SalesOrder_bus", "ItemCode", "x", message, null), "create").Class);

    [Fact]
    public void Name_the_line_and_the_column()
    {
        var failure = SageOutcomes.Refused(new SageError("SO_SalesOrder_bus", "ItemCode", "GASKET-99",
            "Item Code GASKET-99 is not on file.", 3), "create");
        Assert.Equal(("lines[3].ItemCode", "Item Code GASKET-99 is not on file."), (failure.Field, failure.Message));
    }

    [Fact]
    public void Mask_what_may_say_something_about_a_person()
    {
        var failure = SageOutcomes.Refused(new SageError("AR_Customer_bus", "CustomerName", "Ana Prado",
            "Customer Name Ana Prado is too long", null), "create");
        Assert.Equal("Customer Name *** is too long", failure.Message);
    }
}
