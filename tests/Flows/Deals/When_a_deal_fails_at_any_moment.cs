using Isthmus.Flows.Tests.Crash;
using Xunit.Abstractions;

namespace Isthmus.Flows.Tests.Deals;

public sealed class When_a_deal_fails_at_any_moment(Lanes lanes, ITestOutputHelper output)
    : AtAnyMoment(lanes, output), IClassFixture<Lanes>
{
    [Theory]
    [InlineData(Form.AnswerLost)]
    [InlineData(Form.KilledBefore)]
    [InlineData(Form.KilledAfter)]
    public Task There_is_one_order_after_the_nth_vendor_call(Form form) =>
        SurvivesAsync(() => new WonDeal(), Place.VendorCall, form, sampled: 19);

    [Theory]
    [InlineData(Form.Refused)]
    [InlineData(Form.KilledAfter)]
    public Task There_is_one_order_after_the_nth_write(Form form) =>
        SurvivesAsync(() => new WonDeal(), Place.Write, form, sampled: 60);

    [Theory]
    [InlineData(Form.AnswerLost)]
    [InlineData(Form.KilledAfter)]
    public Task A_mapped_account_is_in_line_after_the_nth_vendor_call(Form form) =>
        SurvivesAsync(() => new AlignedAccount(), Place.VendorCall, form, sampled: 6);

    [Fact]
    public Task The_invoice_is_shown_after_the_nth_vendor_call() =>
        SurvivesAsync(() => new InvoicedDeal(), Place.VendorCall, Form.KilledAfter, sampled: 7);
}
