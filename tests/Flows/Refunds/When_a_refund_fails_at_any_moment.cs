using Isthmus.Flows.Tests.Crash;
using Xunit.Abstractions;

namespace Isthmus.Flows.Tests.Refunds;

public sealed class When_a_refund_fails_at_any_moment(Lanes lanes, ITestOutputHelper output) : AtAnyMoment(lanes, output), IClassFixture<Lanes>
{
    [Theory]
    [InlineData(Form.Refused)]
    [InlineData(Form.AnswerLost)]
    [InlineData(Form.KilledBefore)]
    [InlineData(Form.KilledAfter)]
    public Task Money_given_back_in_Stripe_is_booked_once(Form form) =>
        SurvivesAsync(() => new RefundFromStripe(), Place.VendorCall, form, sampled: 6);

    [Theory]
    [InlineData(Form.Refused)]
    [InlineData(Form.AnswerLost)]
    [InlineData(Form.KilledBefore)]
    [InlineData(Form.KilledAfter)]
    public Task Money_given_back_in_Zoho_leaves_Stripe_once(Form form) =>
        SurvivesAsync(() => new RefundFromZoho(), Place.VendorCall, form, sampled: 6);

    [Theory]
    [InlineData(Form.KilledBefore)]
    [InlineData(Form.KilledAfter)]
    public async Task Nor_does_the_nth_write_matter(Form form)
    {
        await SurvivesAsync(() => new RefundFromStripe(), Place.Write, form, sampled: 25);
        await SurvivesAsync(() => new RefundFromZoho(), Place.Write, form, sampled: 25);
    }
}
